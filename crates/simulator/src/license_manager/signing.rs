//! Signatures: JSON Web Tokens with the algorithm PS384, and the keys that make them.
//!
//! License Manager signs with an issuer's key in AWS KMS, and signs refresh and access tokens with its own keys. Here each
//! of them is a real RSA key of 2,048 bits, whose public half is in the store. Generating such a key takes a browser some
//! seconds, again in every replay of a session. So a key is a random pair of primes from a table.

mod primes;

use crate::json::object;
use crate::world::Ids;
use base64ct::{Base64UrlUnpadded, Encoding};
use primes::PRIMES;
use rsa::pss::{Signature, SigningKey, VerifyingKey};
use rsa::rand_core::{CryptoRng, Error, RngCore};
use rsa::sha2::Sha384;
use rsa::signature::{RandomizedSigner, SignatureEncoding, Verifier};
use rsa::traits::PublicKeyParts;
use rsa::{BigUint, RsaPrivateKey};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The name of the key with which License Manager signs its own tokens. It is the issuer of these tokens.
pub const SERVICE_KEY: &str = "openid-license-manager.amazonaws.com";

/// A key pair: the indexes of its primes in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyPair {
    first: u8,
    second: u8,
}

/// The number of bits of a key.
const BITS: usize = 2048;
/// The number of key pairs.
const PAIRS: u64 = (PRIMES.len() * (PRIMES.len() - 1) / 2) as u64;

impl KeyPair {
    /// A key pair that is not one of these, if there is another one.
    pub(super) fn new(ids: &mut Ids, taken: &[Self]) -> Self {
        let start = ids.bits() % PAIRS;
        let mut all = (start..PAIRS).chain(0..start).map(Self::numbered);
        all.find(|pair| !taken.contains(pair)).unwrap_or_else(|| Self::numbered(start))
    }

    /// The pairs in order: (1, 0), (2, 0), (2, 1), (3, 0), …
    fn numbered(mut number: u64) -> Self {
        let mut first = 1;
        while number >= u64::from(first) {
            number -= u64::from(first);
            first += 1;
        }
        Self { first, second: u8::try_from(number).unwrap_or_default() }
    }

    /// The public key as a JSON Web Key of this name.
    pub fn jwk(self, name: &str) -> Option<Value> {
        let key = self.private()?.to_public_key();
        let text = |number: &BigUint| Base64UrlUnpadded::encode_string(&number.to_bytes_be()).into();
        Some(object([
            ("kty", "RSA".into()),
            ("use", "sig".into()),
            ("alg", "PS384".into()),
            ("kid", name.into()),
            ("n", text(key.n())),
            ("e", text(key.e())),
        ]))
    }

    /// Signs claims and returns a JSON Web Token.
    pub(super) fn sign(self, name: &str, claims: &Value, ids: &mut Ids) -> Option<String> {
        let part = |value: &Value| Base64UrlUnpadded::encode_string(value.to_string().as_bytes());
        let signed = [part(&header(name)), part(claims)].join(".");
        let signature = SigningKey::<Sha384>::new(self.private()?).try_sign_with_rng(&mut Chance(ids), signed.as_bytes()).ok()?;
        Some([signed, Base64UrlUnpadded::encode_string(&signature.to_bytes())].join("."))
    }

    /// The number of characters of the JSON Web Token with these claims.
    pub(super) fn length(name: &str, claims: &Value) -> usize {
        let encoded = |bytes: usize| (bytes * 4).div_ceil(3);
        encoded(header(name).to_string().len()) + encoded(claims.to_string().len()) + encoded(BITS / 8) + 2
    }

    /// The claims of a JSON Web Token, if this key signed it.
    pub(super) fn claims(self, token: &str) -> Option<Value> {
        let (signed, signature) = token.rsplit_once('.')?;
        let signature = Signature::try_from(Base64UrlUnpadded::decode_vec(signature).ok()?.as_slice()).ok()?;
        let key = VerifyingKey::<Sha384>::new(self.private()?.to_public_key());
        key.verify(signed.as_bytes(), &signature).ok()?;
        let (_, claims) = signed.split_once('.')?;
        serde_json::from_str(&String::from_utf8(Base64UrlUnpadded::decode_vec(claims).ok()?).ok()?).ok()
    }

    fn private(self) -> Option<RsaPrivateKey> {
        let prime = |place: u8| BigUint::parse_bytes(PRIMES.get(usize::from(place))?.as_bytes(), 16);
        RsaPrivateKey::from_primes(vec![prime(self.first)?, prime(self.second)?], BigUint::from(65_537_u32)).ok()
    }
}

fn header(name: &str) -> Value {
    object([("alg", "PS384".into()), ("typ", "JWT".into()), ("kid", name.into())])
}

/// The session's random numbers, for the salts of signatures: equal sessions give equal signatures. There are no secrets here.
struct Chance<'a>(&'a mut Ids);

impl RngCore for Chance<'_> {
    fn next_u32(&mut self) -> u32 {
        let [_, _, _, _, bytes @ ..] = self.next_u64().to_be_bytes();
        u32::from_be_bytes(bytes)
    }

    fn next_u64(&mut self) -> u64 {
        self.0.bits()
    }

    fn fill_bytes(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            for (byte, random) in chunk.iter_mut().zip(self.next_u64().to_be_bytes()) {
                *byte = random;
            }
        }
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Error> {
        self.fill_bytes(bytes);
        Ok(())
    }
}

impl CryptoRng for Chance<'_> {}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_pair_of_primes_makes_a_key() {
        let mut ids = Ids::new(1);
        let mut pairs = Vec::new();
        for _ in 0..PAIRS {
            let pair = KeyPair::new(&mut ids, &pairs);
            assert!(!pairs.contains(&pair) && pair.first != pair.second, "{pair:?}");
            pairs.push(pair);
            let token = pair.sign("key", &json!({ "a": 1 }), &mut ids).unwrap();
            assert_eq!(pair.claims(&token), Some(json!({ "a": 1 })));
            assert_eq!(pair.private().unwrap().n().bits(), BITS);
        }
        // All are pairs: the next one is one of them.
        assert!(pairs.contains(&KeyPair::new(&mut ids, &pairs)));
    }

    #[test]
    fn a_token_is_what_it_was_signed_as() {
        let (mut ids, mut same) = (Ids::new(1), Ids::new(1));
        let (pair, other) = (KeyPair::numbered(0), KeyPair::numbered(1));
        let token = pair.sign("key", &json!({ "a": "ä" }), &mut ids).unwrap();
        assert_eq!(token, pair.sign("key", &json!({ "a": "ä" }), &mut same).unwrap(), "equal chance, equal bytes");
        assert_ne!(token, pair.sign("key", &json!({ "a": "ä" }), &mut same).unwrap(), "a salt of its own each time");
        assert_eq!(pair.claims(&token), Some(json!({ "a": "ä" })));
        assert_eq!(KeyPair::length("key", &json!({ "a": "ä" })), token.len());
        assert_eq!(other.claims(&token), None);
        let mut parts: Vec<_> = token.split('.').map(str::to_owned).collect();
        let header: Value = serde_json::from_slice(&Base64UrlUnpadded::decode_vec(&parts[0]).unwrap()).unwrap();
        assert_eq!(header, json!({ "alg": "PS384", "typ": "JWT", "kid": "key" }));
        parts[1] = Base64UrlUnpadded::encode_string(br#"{"a":"b"}"#);
        for nonsense in
            [parts.join("."), token.to_uppercase(), format!("{token}A"), String::new(), "a.b".into(), "a.b.c".into(), "ä".into()]
        {
            assert_eq!(pair.claims(&nonsense), None, "{nonsense}");
        }
    }
}
