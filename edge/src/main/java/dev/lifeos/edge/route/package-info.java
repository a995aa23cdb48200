/** Which request goes where, and what happens when nobody is there. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.route;
