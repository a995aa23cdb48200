/** DataLoaders that cost one SQL statement. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.batch;
