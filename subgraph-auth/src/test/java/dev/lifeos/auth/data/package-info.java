/** Tests of copies and deletions. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.data;
