package dev.lifeos.auth.data;

record RequestAccountDeletionInput(String email) {}
