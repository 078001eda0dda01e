import assert from 'node:assert/strict';
import { createPrivateKey, createSign, createVerify, X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExchangeError } from '../../../../plugin/exchange/exchange-error';
import { loadCertificate } from '../../../../plugin/transports/admin-api/client-certificate';
import { Secret, type ClientCertificate } from '../../../../protocol';
import { createAuthority, type CertificatePair, type TestAuthority } from '../../../support/certificates';

const NONE: ClientCertificate = {
  kind: 'certificate',
  certificatePem: '',
  privateKeyPem: undefined,
  certificateFile: '',
  privateKeyFile: '',
  privateKeyPassword: undefined,
  thumbprint: '',
};
const PASSWORD = 'p4ssw0rd-of-the-key';

describe('Client certificate', () => {
  let authority: TestAuthority;
  let pair: CertificatePair;
  let other: CertificatePair;
  let encrypted: string;
  let folder: string;

  before(async () => {
    authority = await createAuthority();
    [pair, other] = await Promise.all([authority.issue({ rsa: true }), authority.issue({ rsa: true })]);
    const options = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: PASSWORD } as const;
    encrypted = createPrivateKey(pair.key).export(options).toString();
    folder = mkdtempSync(join(tmpdir(), 'eas-certificate-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  function settings(certificate: string, key: string, password?: string): ClientCertificate {
    return {
      ...NONE,
      certificatePem: certificate,
      privateKeyPem: new Secret(key),
      privateKeyPassword: password === undefined ? undefined : new Secret(password),
    };
  }

  function refusal(given: ClientCertificate, now = Date.now()): string {
    try {
      loadCertificate(given, now);
    } catch (error) {
      assert(error instanceof ExchangeError, String(error));
      assert.equal(error.code, 'settings.invalid');
      const text = `${error.message} ${error.detail}`;
      assert(!text.includes(PASSWORD) && !text.includes(pair.key.slice(40, 80)), text);
      return text;
    }
    return assert.fail('it was accepted');
  }

  it('is read from text, with an encrypted key too', () => {
    for (const given of [settings(pair.certificate, pair.key), settings(pair.certificate, encrypted, PASSWORD)]) {
      const { privateKey, thumbprintSha256 } = loadCertificate(given, Date.now());
      assert.equal(thumbprintSha256.toLowerCase(), pair.sha256);
      const signature = createSign('sha256').update('x').sign(privateKey);
      assert(createVerify('sha256').update('x').verify(new X509Certificate(pair.certificate).publicKey, signature));
    }
  });

  it('is read from files, one or two', () => {
    const file = join(folder, 'both.pem');
    writeFileSync(file, `${pair.key}\n${pair.certificate}`);
    const loaded = loadCertificate({ ...NONE, certificateFile: file, privateKeyFile: file }, Date.now());
    assert.equal(loaded.thumbprintSha256.toLowerCase(), pair.sha256);
  });

  it('is refused with the setting and the reason', async () => {
    const file = join(folder, 'missing.pem');
    assert.match(
      refusal({ ...NONE, certificateFile: file }),
      /certificateFile: the file .*missing\.pem cannot be read\. ENOENT/,
    );
    assert.match(
      refusal({ ...settings(pair.certificate, ''), privateKeyFile: file }),
      /privateKeyFile.*cannot be read/,
    );
    assert.match(
      refusal({ ...settings(pair.certificate, ''), privateKeyFile: folder }),
      /privateKeyFile.*cannot be read/,
    );
    assert.match(refusal(NONE), /certificateFile is missing/);
    assert.match(refusal(settings('nonsense', pair.key)), /certificatePem holds no certificate/);
    assert.match(refusal(settings(pair.certificate, 'nonsense')), /privateKeyPem holds no private key/);
    assert.match(refusal(settings(pair.certificate, other.key)), /does not belong to the certificate/);
    assert.match(refusal(settings(pair.certificate, encrypted)), /is encrypted.*privateKeyPassword/);
    assert.match(refusal(settings(pair.certificate, encrypted, 'wrong')), /privateKeyPassword does not open it/);
    const elliptic = await authority.issue();
    assert.match(refusal(settings(elliptic.certificate, elliptic.key)), /not an RSA key/);
  });

  it('is refused when it has expired or is not valid yet', () => {
    const day = 86_400_000;
    assert.match(refusal(settings(pair.certificate, pair.key), Date.now() + 100 * day), /expired on \d{4}-/);
    assert.match(refusal(settings(pair.certificate, pair.key), Date.now() - 10 * day), /not valid before.*clock/);
  });
});
