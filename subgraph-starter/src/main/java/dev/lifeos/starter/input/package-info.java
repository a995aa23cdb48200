/** What holds for arguments of any field. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.input;
