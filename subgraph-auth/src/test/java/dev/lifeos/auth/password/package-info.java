@org.jspecify.annotations.NullMarked
package dev.lifeos.auth.password;
