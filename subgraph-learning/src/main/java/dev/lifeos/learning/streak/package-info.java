/** Days of learning, streaks and achievements. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.learning.streak;
