package dev.lifeos.health;

import dev.lifeos.test.SubgraphContract;

class HealthContractTest extends SubgraphContract {}
