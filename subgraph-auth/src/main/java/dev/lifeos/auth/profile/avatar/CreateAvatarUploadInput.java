package dev.lifeos.auth.profile.avatar;

record CreateAvatarUploadInput(int size) {}
