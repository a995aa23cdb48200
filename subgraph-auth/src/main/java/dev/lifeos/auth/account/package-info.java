/** People: who they are and how they prove it. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.account;
