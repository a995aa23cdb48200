/** Requests that may be sent twice and are carried out once. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.request;
