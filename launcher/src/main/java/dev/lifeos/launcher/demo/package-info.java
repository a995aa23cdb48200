/** The demo person and a believable year of data. */
@NullMarked
package dev.lifeos.launcher.demo;

import org.jspecify.annotations.NullMarked;
