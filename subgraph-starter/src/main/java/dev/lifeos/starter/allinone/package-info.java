/** All subgraphs in one process, for a machine that serves one household. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.allinone;
