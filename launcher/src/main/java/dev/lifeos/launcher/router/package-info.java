/** Where the router comes from and how it runs. */
@NullMarked
package dev.lifeos.launcher.router;

import org.jspecify.annotations.NullMarked;
