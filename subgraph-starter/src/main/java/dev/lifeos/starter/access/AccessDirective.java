package dev.lifeos.starter.access;

import com.netflix.graphql.dgs.DgsDirective;
import dev.lifeos.starter.error.PayloadErrors;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;

/** Puts the check of {@code @access} in front of each fetcher whose field carries it. */
@DgsDirective(name = AccessRule.DIRECTIVE)
class AccessDirective implements SchemaDirectiveWiring {

  @Override
  public GraphQLFieldDefinition onField(
      SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
    var field = environment.getElement();
    var rule = AccessRule.of(environment.getAppliedDirective());
    var fetcher = fetcher(environment);
    environment.setFieldDataFetcher(env -> {
      Caller caller = env.getGraphQlContext().getOrDefault(Caller.class, Caller.ANONYMOUS);
      rule.admit(caller, env.getSource());
      return fetcher.get(env);
    });
    return field;
  }

  private static DataFetcher<?> fetcher(
      SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
    var fetcher = environment.getFieldDataFetcher();
    var parent = environment.getFieldsContainer().getName();
    return parent.equals("Mutation") ? new PayloadErrors(fetcher) : fetcher;
  }
}
