package dev.lifeos.auth.profile.phone;

record RequestPhoneVerificationInput(String phoneNumber) {}
