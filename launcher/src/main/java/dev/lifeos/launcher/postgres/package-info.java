/** The embedded PostgreSQL server and the databases in it. */
@NullMarked
package dev.lifeos.launcher.postgres;

import org.jspecify.annotations.NullMarked;
