package dev.lifeos.finance.account;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.starter.access.Caller;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** What a person does with their own accounts. */
@DgsComponent
@Validated
class AccountMutations {

  private final AccountOpener opener;
  private final AccountEditor editor;

  AccountMutations(AccountOpener opener, AccountEditor editor) {
    this.opener = opener;
    this.editor = editor;
  }

  @DgsMutation
  CreateManualAccountPayload createManualAccount(
      @InputArgument @Valid CreateManualAccountInput input, Caller caller) {
    return new CreateManualAccountPayload(opener.open(caller.personId(), input), List.of());
  }

  @DgsMutation
  UpdateAccountPayload updateAccount(
      @InputArgument @Valid UpdateAccountInput input, Caller caller) {
    return new UpdateAccountPayload(editor.update(caller.personId(), input), List.of());
  }

  @DgsMutation
  CloseAccountPayload closeAccount(@InputArgument CloseAccountInput input, Caller caller) {
    return new CloseAccountPayload(editor.close(caller.personId(), input.id()), List.of());
  }
}
