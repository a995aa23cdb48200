package dev.lifeos.sample;

import dev.lifeos.test.SubgraphContract;

class SampleContractTest extends SubgraphContract {}
