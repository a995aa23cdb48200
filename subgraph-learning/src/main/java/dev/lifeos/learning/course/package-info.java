/** The catalogue of courses. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.learning.course;
