package dev.lifeos.finance;

import dev.lifeos.test.SubgraphContract;

class FinanceContractTest extends SubgraphContract {}
