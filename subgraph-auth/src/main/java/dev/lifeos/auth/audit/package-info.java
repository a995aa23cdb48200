/** What happened to an account, append-only and hash-chained. */
@NullMarked
package dev.lifeos.auth.audit;

import org.jspecify.annotations.NullMarked;
