package dev.lifeos.learning;

import dev.lifeos.test.SubgraphContract;

class LearningContractTest extends SubgraphContract {}
