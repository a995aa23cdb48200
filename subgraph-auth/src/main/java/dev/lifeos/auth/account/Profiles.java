package dev.lifeos.auth.account;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes what people say of themselves. */
@Service
class Profiles {

  private final Accounts accounts;

  Profiles(Accounts accounts) {
    this.accounts = accounts;
  }

  @Transactional
  User update(UUID person, UpdateProfileInput input) {
    var account =
        accounts
            .findById(person)
            .orElseThrow(() -> new Fault(ErrorCode.NOT_FOUND, "This account does not exist."));
    required(input.fullName(), "fullName", name -> account.rename(Names.valid(name, "fullName")));
    required(input.timeZone(), "timeZone", account::move);
    required(input.locale(), "locale", account::speak);
    removePhoneNumber(account, input.phoneNumber());
    return account.user();
  }

  private static void removePhoneNumber(
      AccountEntity account, @Nullable Optional<String> phoneNumber) {
    if (phoneNumber == null) {
      return;
    }
    if (phoneNumber.isPresent()) {
      throw InvalidInput.of(
          UserErrorCode.NOT_ALLOWED,
          "A number is set by showing that it is yours: `requestPhoneVerification`.",
          "input",
          "phoneNumber");
    }
    account.call(null);
  }

  private static <T> void required(@Nullable Optional<T> value, String field, Consumer<T> change) {
    if (value == null) {
      return;
    }
    change.accept(
        value.orElseThrow(() ->
            InvalidInput.of(UserErrorCode.REQUIRED, "It cannot be removed.", "input", field)));
  }
}
