/** Tests of accounts. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.account;
