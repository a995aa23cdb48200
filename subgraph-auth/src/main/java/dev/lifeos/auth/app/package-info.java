/** Apps of others: what they are, what people allow them, and the tokens they get for it. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.app;
