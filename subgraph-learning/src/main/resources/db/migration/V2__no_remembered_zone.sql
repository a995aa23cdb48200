-- Days are cut in the zone of the request, or of the access token.
drop table learner;
