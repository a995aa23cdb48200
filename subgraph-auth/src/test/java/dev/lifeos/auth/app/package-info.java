/** Tests of apps of others and what people allow them. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.app;
