/** Jobs that survive a crash, by db-scheduler: each is done by one replica. */
@NullMarked
package dev.lifeos.auth.job;

import org.jspecify.annotations.NullMarked;
