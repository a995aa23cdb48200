/** Tests of the HTTP layer. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.web;
