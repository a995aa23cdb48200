/** HTTP: correlation ids, security, error bodies. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.starter.web;
