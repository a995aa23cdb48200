/** Commands on auth's database, run by an operator. */
@NullMarked
package dev.lifeos.auth.command;

import org.jspecify.annotations.NullMarked;
