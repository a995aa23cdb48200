/** What people may have done with all their data: a copy made, or everything deleted. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.data;
