/** Tests of the starter's {@code paging}. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.paging;
