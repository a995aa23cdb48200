/** Where LifeOS keeps what is local: folders, secrets, disk space. */
@NullMarked
package dev.lifeos.launcher.home;

import org.jspecify.annotations.NullMarked;
