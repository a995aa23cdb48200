/** The landing page and its example operations. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.explorer;
