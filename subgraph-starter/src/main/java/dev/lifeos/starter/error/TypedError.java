package dev.lifeos.starter.error;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorHelper;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as clients get it: a message, where, and our extensions. It has no classification, which
 * graphql-java would add to the extensions.
 */
record TypedError(
    String message,
    @Nullable List<Object> path,
    @Nullable List<SourceLocation> locations,
    Map<String, Object> extensions)
    implements GraphQLError {

  @Override
  public String getMessage() {
    return message;
  }

  @Override
  public @Nullable List<Object> getPath() {
    return path;
  }

  @Override
  public @Nullable List<SourceLocation> getLocations() {
    return locations;
  }

  @Override
  public ErrorClassification getErrorType() {
    return ErrorType.DataFetchingException;
  }

  @Override
  public Map<String, Object> toSpecification() {
    var specification = new LinkedHashMap<String, Object>(GraphqlErrorHelper.toSpecification(this));
    specification.put("extensions", extensions);
    return specification;
  }

  @Override
  public Map<String, Object> getExtensions() {
    return extensions;
  }
}
