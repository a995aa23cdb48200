package dev.lifeos.starter.access;

import com.netflix.graphql.dgs.DgsDirective;
import dev.lifeos.starter.error.PayloadErrors;
import dev.lifeos.starter.input.Arguments;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.idl.SchemaDirectiveWiring;
import graphql.schema.idl.SchemaDirectiveWiringEnvironment;

/**
 * Puts the checks of {@code @access} and of the arguments in front of each fetcher whose field
 * carries it.
 */
@DgsDirective(name = AccessRule.DIRECTIVE)
class AccessDirective implements SchemaDirectiveWiring {

  @Override
  public GraphQLFieldDefinition onField(
      SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
    var field = environment.getElement();
    var rule = AccessRule.of(environment.getAppliedDirective());
    var fetcher = fetcher(environment);
    environment.setFieldDataFetcher(env -> {
      rule.admit(Authenticated.caller(env), env.getSource());
      return fetcher.get(env);
    });
    return field;
  }

  private static DataFetcher<?> fetcher(
      SchemaDirectiveWiringEnvironment<GraphQLFieldDefinition> environment) {
    var fetcher = environment.getFieldDataFetcher();
    DataFetcher<?> checked =
        env -> {
          Arguments.check(env);
          return fetcher.get(env);
        };
    var parent = environment.getFieldsContainer().getName();
    return parent.equals("Mutation") ? new PayloadErrors(checked) : checked;
  }
}
