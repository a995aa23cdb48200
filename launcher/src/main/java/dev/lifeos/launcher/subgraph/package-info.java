/** The subgraphs as processes, made quick to start by an ahead-of-time cache. */
@NullMarked
package dev.lifeos.launcher.subgraph;

import org.jspecify.annotations.NullMarked;
