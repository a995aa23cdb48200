package dev.lifeos.starter.error;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.InputMapDefinesTooManyFieldsException;
import graphql.execution.NonNullableValueCoercedAsNullException;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Says where in the variables a value is wrong: {@code input.vitals[3].value}. graphql-java names
 * the variable only.
 */
class VariableErrors extends SimplePerformantInstrumentation {

  @Override
  public CompletableFuture<ExecutionResult> instrumentExecutionResult(
      ExecutionResult result,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    if (result.getErrors().stream().noneMatch(VariableErrors::concernsVariables)) {
      return CompletableFuture.completedFuture(result);
    }
    var input = parameters.getExecutionInput();
    var errors =
        result.getErrors().stream()
            .map(error -> located(error, input, parameters.getSchema()))
            .toList();
    return CompletableFuture.completedFuture(result.transform(builder -> builder.errors(errors)));
  }

  private static boolean concernsVariables(GraphQLError error) {
    return error instanceof CoercingParseValueException
        || error instanceof NonNullableValueCoercedAsNullException
        || error instanceof InputMapDefinesTooManyFieldsException;
  }

  private static GraphQLError located(
      GraphQLError error, ExecutionInput input, GraphQLSchema schema) {
    if (!concernsVariables(error)) {
      return error;
    }
    var message = problem(input, schema).orElse("A variable has an invalid value.");
    return new TypedError(
        message, null, error.getLocations(), Map.of("code", ErrorCode.BAD_USER_INPUT.name()));
  }

  private static Optional<String> problem(ExecutionInput input, GraphQLSchema schema) {
    var values = input.getRawVariables().toMap();
    return variables(input).stream()
        .filter(variable ->
            values.containsKey(variable.getName()) || variable.getDefaultValue() == null)
        .map(variable ->
            new VariableCheck(schema)
                .problem(variable.getType(), values.get(variable.getName()), variable.getName()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static List<VariableDefinition> variables(ExecutionInput input) {
    var name = input.getOperationName();
    return new Parser()
        .parseDocument(input.getQuery()).getDefinitionsOfType(OperationDefinition.class).stream()
            .filter(operation -> name == null || name.isEmpty() || name.equals(operation.getName()))
            .findFirst()
            .map(OperationDefinition::getVariableDefinitions)
            .orElse(List.of());
  }
}
