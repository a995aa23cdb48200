/** What somebody asks from: their program and its address. */
@NullMarked
package dev.lifeos.auth.device;

import org.jspecify.annotations.NullMarked;
