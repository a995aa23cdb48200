package dev.lifeos.finance.transaction;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.finance.account.Account;
import dev.lifeos.finance.account.Accounts;
import dev.lifeos.starter.access.Caller;
import jakarta.validation.Valid;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.annotation.Validated;

/** What a person does with their own transactions. */
@DgsComponent
@Validated
class TransactionMutations {

  private final TransactionRecorder recorder;
  private final TransactionCategorizer categorizer;
  private final TransactionEditor editor;

  TransactionMutations(
      TransactionRecorder recorder, TransactionCategorizer categorizer, TransactionEditor editor) {
    this.recorder = recorder;
    this.categorizer = categorizer;
    this.editor = editor;
  }

  @DgsMutation
  RecordTransactionPayload recordTransaction(
      @InputArgument @Valid RecordTransactionInput input, Caller caller) {
    return new RecordTransactionPayload(recorder.record(caller.personId(), input), List.of());
  }

  @DgsMutation
  RecordTransactionsPayload recordTransactions(
      @InputArgument @Valid RecordTransactionsInput input, Caller caller) {
    return new RecordTransactionsPayload(recorder.record(caller.personId(), input), List.of());
  }

  @DgsMutation
  CategorizeTransactionsPayload categorizeTransactions(
      @InputArgument @Valid CategorizeTransactionsInput input, Caller caller) {
    var changed = categorizer.categorize(caller.personId(), input);
    return new CategorizeTransactionsPayload(changed, List.of());
  }

  @DgsMutation
  UpdateTransactionPayload updateTransaction(
      @InputArgument @Valid UpdateTransactionInput input, Caller caller) {
    return new UpdateTransactionPayload(editor.update(caller.personId(), input), List.of());
  }

  @DgsMutation
  DeleteTransactionPayload deleteTransaction(
      @InputArgument DeleteTransactionInput input, Caller caller) {
    return editor.delete(caller.personId(), input.id());
  }

  /** The payload of a refused request is nothing but its errors. */
  @DgsData(parentType = "DeleteTransactionPayload", field = "account")
  @Nullable CompletableFuture<Account> account(DgsDataFetchingEnvironment dfe) {
    Object payload = dfe.getSource();
    return payload instanceof DeleteTransactionPayload deleted
        ? Accounts.byId(dfe, deleted.accountId())
        : null;
  }
}
