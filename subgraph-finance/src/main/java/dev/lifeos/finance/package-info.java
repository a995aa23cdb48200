/** The finance subgraph: accounts, transactions and what they come to. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance;
