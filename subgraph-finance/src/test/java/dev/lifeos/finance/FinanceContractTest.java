package dev.lifeos.finance;

import dev.lifeos.test.SubgraphContract;
import dev.lifeos.test.Tokens;
import java.util.Map;
import java.util.UUID;

class FinanceContractTest extends SubgraphContract {

  @Override
  protected Map<String, String> records(UUID owner) {
    var person = graph.as(Tokens.person(owner));
    var account =
        person
            .send(
                """
                mutation {
                  createManualAccount(input: { name: "Purse", type: CASH, currency: "EUR" }) {
                    account { id } errors { message }
                  }
                }
                """)
            .ok()
            .data("createManualAccount.account.id");
    var transaction =
        person
            .send(
                """
                mutation ($account: ID!) {
                  recordTransaction(input: {
                    accountId: $account, amount: -4, date: "2026-01-01", description: "Coffee"
                  }) { transaction { id } errors { message } }
                }
                """,
                Map.of("account", String.valueOf(account)))
            .ok()
            .data("recordTransaction.transaction.id");
    return Map.of("Account", String.valueOf(account), "Transaction", String.valueOf(transaction));
  }
}
