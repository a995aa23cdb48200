/** What a subgraph does while its start-up cache is made: it serves requests to itself. */
@NullMarked
package dev.lifeos.starter.training;

import org.jspecify.annotations.NullMarked;
