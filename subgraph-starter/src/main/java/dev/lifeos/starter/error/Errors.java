package dev.lifeos.starter.error;

import com.netflix.graphql.dgs.exceptions.DgsInvalidInputArgumentException;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.convert.ConversionException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Says of any exception what a client may know of it. Everything unknown is logged and says
 * nothing.
 */
final class Errors {

  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private Errors() {}

  static Fault fault(Throwable failure) {
    var cause = Throwables.unwrap(failure);
    return switch (cause) {
      case Fault fault -> fault;
      case InvalidInput invalid -> badInput(invalid.errors());
      case ConstraintViolationException violations -> badInput(Violations.errors(violations));
      case DgsInvalidInputArgumentException invalid -> invalidArgument(invalid);
      case ConversionException invalid -> invalidArgument(invalid);
      case AccessDeniedException denied ->
          new Fault(ErrorCode.FORBIDDEN, "The token does not allow this.");
      case ConcurrencyFailureException conflict ->
          new Fault(ErrorCode.CONFLICT, "The record was changed at the same time: try again.");
      case CannotCreateTransactionException down -> unavailable(down);
      case DataAccessResourceFailureException down -> unavailable(down);
      case QueryTimeoutException slow -> unavailable(slow);
      default -> defect(cause);
    };
  }

  private static Fault badInput(List<UserError> errors) {
    return badInput(
        errors.stream()
            .map(error -> String.join(".", error.path()) + ": " + error.message())
            .collect(Collectors.joining(" ")));
  }

  private static Fault badInput(String message) {
    return new Fault(ErrorCode.BAD_USER_INPUT, message);
  }

  private static Fault invalidArgument(RuntimeException invalid) {
    var fault = NestedExceptionUtils.getMostSpecificCause(invalid);
    if (fault instanceof Fault known) {
      return known;
    }
    LOG.debug("An argument could not be converted", invalid);
    return badInput("An argument is not valid: check the ids and values in it.");
  }

  private static Fault unavailable(Exception down) {
    LOG.warn("The database does not answer", down);
    return new Fault(
        ErrorCode.UPSTREAM_UNAVAILABLE, "The service cannot reach its data just now: try again.");
  }

  private static Fault defect(Throwable cause) {
    LOG.error("A fetcher failed", cause);
    return new Fault(
        ErrorCode.INTERNAL_SERVER_ERROR,
        "Something went wrong on our side; the correlation id finds it in the logs.");
  }
}
