/** Pages on which a person looks after their account. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.edge.account;
