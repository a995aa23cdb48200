/** Who sends which operation how often, for the schema registry. */
@NullMarked
package dev.lifeos.edge.usage;

import org.jspecify.annotations.NullMarked;
